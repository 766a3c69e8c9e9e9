import { imageApi, imsPages } from './links';
import type { Operation } from './row-types';

/**
 * Creating an image from a disk, by Cinder's action `os-volume_upload_image`; only older editions list it.
 *
 * Calls: openstack/openstacksdk and openstack/python-openstackclient 2026.
 */
export const uploadVolume: Operation = {
  id: 'volume_upload_imageVolume',
  glance: {
    calls: [],
    nearest: [
      {
        method: 'POST',
        path: '/v3/{project_id}/volumes/{volume_id}/action',
        openstack: 'openstack image create --volume <volume> <name>',
        why: {
          en: 'os-volume_upload_image, an action of Cinder, which the event is named after',
          zh: 'Cinder 的操作 os-volume_upload_image，事件名称由此而来',
        },
      },
      {
        method: 'POST',
        path: '/v2/images',
        success: 201,
        why: {
          en: 'how Cinder creates the image in Glance; it fills the image as well',
          zh: 'Cinder 以此在 Glance 中创建镜像，并上传数据',
        },
        url: `${imageApi}#create-image`,
      },
    ],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'CreateImage',
        method: 'POST',
        path: '/v2/cloudimages/action',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:serverImages:create'],
        deprecated: false,
        jobTypes: ['imsCreateImageByInstance'],
        note: {
          en: 'with instance_id, an image of the system disk of an ECS',
          zh: '带 instance_id 时由云服务器的系统盘创建镜像',
        },
        url: imsPages.createImage,
      },
    ],
  },
  why: {
    en: 'the image holds the whole disk, secrets included, and servers can be created from it; check who made it and from which disk',
    zh: '镜像包含整块磁盘的内容（含敏感数据），并可用来创建云服务器；请核实由谁、用哪块磁盘制作',
  },
  auditLevel: 'medium',
  notes: [
    {
      en: 'That the name is of this action of Cinder is inferred from the name',
      zh: '该名称对应 Cinder 的这一操作，属根据名称推断',
    },
  ],
};
